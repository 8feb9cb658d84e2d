"""What two releases tell together: no count may be found by taking an earlier release from a later one.

The rules, case by case, for a count that is published again:

- unchanged: a reader knows it already, so hiding it again protects nobody (`known`);
- changed by 1 to 9: the difference is those few people, so the new count is not told (`few`); those
  below the line and not above it are people too, and so is a difference between them;
- changed by ten or more, or by none: told;
- late registrations and corrections downward are the same to these rules: only the size counts;
- a whole group of linked counts whose widest count moved by 1 to 9, or in which nothing moved by
  ten: the group keeps its earlier version, with its data date and its blanks (`holding.hold`). What
  has not moved at all keeps it too, so that nobody can tell the one from the other;
- hidden before: stays hidden, since a release before the last may have told it, and since what was
  hidden with it could be found (`hidden_before`);
- a definition that changed: the old number is an unrelated figure, which neither makes the new one
  known nor hides it; a difference of 1 to 9 is refused all the same. A group is not held over it;
- a jurisdiction, category or metric that vanished: nothing new is told of it. Where its group is
  held, its rows stand as before;
- data within one year whose period has grown: those of the added months are the difference, which is
  refused from 1 to 9 as well; the count itself is not known before;
- a longer period of which parts were told: what it leaves beside them is a count of people too, so
  that 1 to 9 are refused (two years of a block, told before, and the block give away the third);
- other categories of a table told for the same period: one may be the sum of some told before and a
  hidden one, so that it is not told, or the earlier table stands where its group is held;
- a block of years that is complete for the first time ends the holding of its years: their changes
  of 1 to 9 are hidden in them instead, or no block would ever be told;
- a sum of money or of days: its change must be as large as ten of the largest contributions, and
  where nobody knows the largest, any change is few. Of a mean, ten people must have come or gone;
- facts of open court, figures printed by somebody else, and units that are not people: no rule.
"""
