"""What pandas asks of fastparquet when a later npm package (1.24 and on) sends a data frame.

The release sends Arrow; either way the payload of a data element is not comparable.
"""

__version__ = "2023.1.0"


def write(filename, data, **_options):
    payload = data.to_json(default_handler=str).encode()
    if hasattr(filename, "write"):
        filename.write(payload)
    else:
        with open(filename, "wb") as file:
            file.write(payload)
