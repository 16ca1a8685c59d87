"""The panel: its verified reviews compared, discussed, decided and listed."""
