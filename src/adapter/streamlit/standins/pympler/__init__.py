"""Stands in for pympler, which Streamlit asks for the size of its caches only."""
