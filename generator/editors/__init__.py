"""What editors work with: JSON Schemas of the content files, and forms in the browser."""
