"""What must survive a restart. `Store` is the only thing that opens the state's database."""

from handlers.state.staff import AuditEntry, GivenRole, Invitation
from handlers.state.store import Membership, Place, Store, Subscription

__all__ = ["AuditEntry", "GivenRole", "Invitation", "Membership", "Place", "Store", "Subscription"]
