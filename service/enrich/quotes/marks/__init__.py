"""What quotation marks show, whatever the tree says: runs of text, those that are said, and who says them."""
