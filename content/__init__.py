"""The knowledge base: YAML records, and the code that reads, links and guards them.

Nothing here knows about Streamlit, pandas or Plotly.
"""
