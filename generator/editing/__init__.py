"""What editors ask for, beside the build of the site."""
