"""Numbers, rows and words derived from records. Nothing here knows about Streamlit or Plotly."""
