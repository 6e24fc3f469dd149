"""What stands around the application on the server: headers, the entry page, getting ready."""
