"""One room a screen: data in through methods, meaningful signals out; none knows a store, a lane or another screen."""
