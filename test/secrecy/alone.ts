// Gives a test file a PostgreSQL of its own: a change under way in another database of the same server would hold old
// rows back, as the product says, and these tests look for the rows at once.
delete process.env['TEST_POSTGRES_URL']
delete process.env['TEST_POSTGRES_TEMPLATE']
