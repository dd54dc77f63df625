"""What must survive a restart. `Store` is the only thing that opens the state's database."""

from handlers.state.driver import DatabaseError
from handlers.state.schema import StateFault
from handlers.state.staff import AuditEntry, GivenRole, Invitation
from handlers.state.store import Membership, Place, Store, Subscription

__all__ = ["AuditEntry", "DatabaseError", "GivenRole", "Invitation", "Membership", "Place", "StateFault", "Store", "Subscription"]
