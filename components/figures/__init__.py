"""Plotly figures drawn from rows. Nothing here knows about Streamlit."""
