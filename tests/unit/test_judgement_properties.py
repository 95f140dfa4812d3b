"""The judgement's properties on a small lot of random projects; the long lot is a command of its own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.model.inventory import Inventory
from tests.unit.judgement_properties import PROPERTIES
from tests.unit.random_projects import projects


@pytest.mark.parametrize("name", PROPERTIES)
@settings(max_examples=25, deadline=None)
@given(project=projects(), data=st.data())
def test_the_property_holds(name: str, project: Inventory, data: st.DataObject) -> None:
    PROPERTIES[name](project, data)
