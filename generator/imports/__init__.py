"""A list of an office → new and changed passports; what editors wrote stays."""
