"""Tables as offices send them (XLSX, CSV, JSON) → rows of text, with what is wrong in them."""
