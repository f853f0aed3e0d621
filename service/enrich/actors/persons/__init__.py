"""Who a person is: by the roles told beside the name, by a nationality, and by a table of leaders."""
