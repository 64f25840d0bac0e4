"""Days of stories that do not tell theirs, from what other stories tell of the same things.

A story without a date is read for every day that it may be of. What speaks for a day is heard as
voices: a near-copy published then, stories on the same matter published around it, happenings that
it tells and others date, the weekday that its news opens with. They are weighed together; the day
is settled where one day has most of the weight, else the days that have it remain as a window.
"""

from waqai.resolve.neighbours.settling import Reread, settle

__all__ = ["Reread", "settle"]
