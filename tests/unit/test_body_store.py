"""Complete bodies on disk."""

from crawlers.http.body_store import BodyStore


def test_a_store_keeps_what_a_browser_shows_and_nothing_else() -> None:
    store = BodyStore()
    store.put("https://a.example/1.png", "image/png", b"picture")
    store.put("https://a.example/1.mp4", "video/mp4", b"film")
    assert store.get("https://a.example/1.png") == b"picture"
    assert store.get("https://a.example/1.mp4") is None
    store.close()
    assert store.get("https://a.example/1.png") is None
