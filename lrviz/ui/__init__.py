"""The window: everything that needs Qt."""

from lrviz.ui.speech import spoken as spoken  # before any text is said: it takes the place of PySide's tr and translate
