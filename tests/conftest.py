"""What tests share: a client with an owner, a manager, a strategist and a client user, and a stranger next door."""

