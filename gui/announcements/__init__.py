"""What the window tells of a run beyond itself: progress on the taskbar, a notification when it ends."""
