"""The conversation as a pure function: step(state, event, scene, at) -> Turn. It knows no words."""
