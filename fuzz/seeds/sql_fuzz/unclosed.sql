SELECT 'old
old;
