"""What must survive a restart. `Store` is the only thing that opens the state's database."""

from handlers.state.staff import AuditEntry, GivenRole, Invitation
from handlers.state.store import Place, Store, Subscription

__all__ = ["AuditEntry", "GivenRole", "Invitation", "Place", "Store", "Subscription"]
