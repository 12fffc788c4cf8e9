-- MySQL dump: isn't old
/* old ' */ /*!40101 SET x = 'old' */;
# old's
INSERT INTO `old` VALUES (1,'old','it\'s old\\','it''s old',"old'");
