"""Names, events and persons that were labelled for this project: offsets without text, and what is done with them."""
