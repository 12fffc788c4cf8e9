"""A spider that reads all pages of the server that lies: spider.py ADDRESS OUT.jsonl"""
import sys

import scrapy
from liar import PAGES
from scrapy.crawler import CrawlerProcess


class Spider(scrapy.Spider):
    name = "harbour"

    def __init__(self, address):
        super().__init__()
        self.address = address
        self.start_urls = [address + path for path in PAGES]

    def parse(self, response):
        yield {"path": response.url[len(self.address):], "lines": response.css("p::text").getall(),
               "encoding": response.meta["unbake"].encoding}


def main(address, target):
    process = CrawlerProcess({
        "DOWNLOADER_MIDDLEWARES": {"unbake.web.scrapy.DecodingMiddleware": 585},
        "FEEDS": {target: {"format": "jsonlines", "encoding": "utf-8"}},
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "WARNING",
    })
    process.crawl(Spider, address)
    process.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
