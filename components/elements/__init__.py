"""Streamlit pieces: text, citations, choices kept in the address, tables, notices."""
