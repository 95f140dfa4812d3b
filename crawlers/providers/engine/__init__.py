"""The engine that reads rules about web tools and says which address is whose; pure."""
