"""The records that flow through waqai: frozen, slotted, one idea each."""
