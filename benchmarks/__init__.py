"""How fast, how small and how steady the explorer is, against a two-line Streamlit app measured in the same run."""
