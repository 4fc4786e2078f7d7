"""The audit of a built site: looks at files and browsers only, never at how they were made."""
