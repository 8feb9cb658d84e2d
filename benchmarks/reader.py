"""A reader without a browser: speaks with a Streamlit server as a browser does, over its websocket."""

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from websockets.sync.client import connect

LONGEST_SECONDS = 120


class Reader:
    """One session. `open` runs a page and returns how many elements came; raises RuntimeError where the page breaks."""

    def __init__(self, host: str):
        self._socket = connect(
            f"ws://{host}/_stcore/stream",
            subprotocols=["streamlit"],
            max_size=None,
            open_timeout=LONGEST_SECONDS,
        )

    def open(self, address: str, query: str = "") -> int:
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_script_hash = calc_hash(address) if address else ""
        message.rerun_script.page_name = address
        self._socket.send(message.SerializeToString())
        came = 0
        while True:
            told = ForwardMsg()
            told.ParseFromString(self._socket.recv(timeout=LONGEST_SECONDS))
            kind = told.WhichOneof("type")
            if kind == "delta" and told.delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(f"{address} broke")
            came += kind in ("delta", "ref_hash")
            if kind == "script_finished":
                return came

    def close(self) -> None:
        self._socket.close()
