"""Addresses and the web tools that they belong to."""

from __future__ import annotations

from auditor.application.classify_addresses import (
    AddressClassified,
    ClassifyRequest,
    classify_address,
    classify_addresses,
)
from auditor.application.events import Finished

VIDEO = "https://youtu.be/aqz-KE-bpKQ"


def test_an_address_is_classified() -> None:
    assert classify_address(VIDEO).model_dump() == {
        "url": "https://youtu.be/aqz-KE-bpKQ",
        "provider": "youtube",
        "kind": "video",
        "canonical_url": "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
        "native_id": "aqz-KE-bpKQ",
    }
    assert classify_address("no address").provider == "-"


def test_every_address_gives_an_event_in_order_then_the_number_that_is_known() -> None:
    request = ClassifyRequest(urls=("no address", VIDEO, VIDEO))
    assert ClassifyRequest.model_validate_json(request.model_dump_json()) == request
    *events, last = classify_addresses(request)
    assert [event.address.url for event in events if isinstance(event, AddressClassified)] == list(
        request.urls
    )
    assert isinstance(last, Finished)
    assert last.result == 2
