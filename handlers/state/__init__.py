"""What must survive a restart. `Store` is the only thing that opens the state's database."""

from handlers.state.store import Place, Store, Subscription

__all__ = ["Place", "Store", "Subscription"]
