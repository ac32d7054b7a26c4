"""From rows of posts and days to numbers with an identity; pure, no database, no clock."""
