"""The page of the runs to do, which does them one after the other, and of studies over settings and seeds."""
