"""The read-only interface for programs: records as JSON and CSV, an OpenAPI description, a data package."""
