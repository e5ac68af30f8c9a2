"""What a person has set: settings, habits, sizes, agreements, and what lrviz tells of itself."""
