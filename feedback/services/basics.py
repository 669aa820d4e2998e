"""What every office starts with: kinds of units, usual services, the first questionnaire."""

from feedback.services import asking
from feedback.services.places import kinds, services_import
from feedback.store.work import Work


def load(work: Work) -> None:
    """Add what ships with the product and is not there yet."""
    kinds.load(work)
    services_import.load_shipped(work)
    asking.load_shipped(work)
