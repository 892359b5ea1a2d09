-- Loses what people wrote.
delete from setting;
