"""What Streamlit touches of bokeh, which Debian does not have: its version and one function."""

__version__ = "2.4.3"
