"""Pictures and maps kept in memory and on disk between epochs and runs."""
