SELECT 1;
/* old
