"""The engine that reads rules about web tools, classifies addresses and judges answers; pure."""
