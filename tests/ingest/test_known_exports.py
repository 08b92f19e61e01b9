"""Exports as well-known products write them, by their headers and the look of their cells: table and key roles."""

# ruff: noqa: E501  (rows stand as the products write them)

import csv
import io

import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import propose
from kpidesk.schema.loader import load_schema

STRIPE_SUBSCRIPTIONS = """
id,Customer ID,Customer Description,Customer Email,Plan,Product,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start Date (UTC),Current Period Start (UTC),Current Period End (UTC),Trial Start (UTC),Trial End (UTC),Application Fee Percent,Coupon,Tax Percent,Canceled At (UTC),Ended At (UTC)
sub_1Nq3x,cus_OcA1,,ann@example.com,price_1Mx,prod_A,1,usd,month,49.00,active,2023-09-15 10:12:33,2023-09-15 10:12:33,2024-01-15 10:12:33,2024-02-15 10:12:33,,,,,,,
sub_1Nq4y,cus_OcB2,,bob@example.com,price_1My,prod_A,2,usd,year,490.00,canceled,2023-10-01 08:00:00,2023-10-01 08:00:00,2023-10-01 08:00:00,2024-10-01 08:00:00,,,,,,2023-12-20 09:00:00,2023-12-20 09:00:00
sub_1Nq5z,cus_OcC3,,cy@example.com,price_1Mx,prod_A,1,usd,month,49.00,past_due,2023-11-05 14:30:00,2023-11-05 14:30:00,2024-01-05 14:30:00,2024-02-05 14:30:00,2023-11-05 14:30:00,2023-11-19 14:30:00,,,,,
"""
STRIPE_WITHOUT_ENDS = """
id,customer_id,status,created,current_period_start,current_period_end,plan_id,plan_amount,plan_interval,quantity
sub_1Nq3x,cus_OcA1,active,2023-09-15,2024-01-15,2024-02-15,price_1Mx,49.00,month,1
sub_1Nq4y,cus_OcB2,canceled,2023-10-01,2023-12-01,2024-01-01,price_1My,49.00,month,2
sub_1Nq5z,cus_OcC3,active,2023-11-05,2024-01-05,2024-02-05,price_1Mx,49.00,month,1
"""
STRIPE_INVOICES = """
id,Amount Due,Billing,Charge,Closed,Currency,Customer,Date (UTC),Due Date (UTC),Number,Paid,Subscription,Subtotal,Total Discount Amount,Applied Coupons,Tax,Total,Amount Paid,Status,Customer Name,Customer Email
in_1A,49.00,charge_automatically,ch_1A,true,usd,cus_OcA1,2024-01-15 10:12:33,,A-0001,true,sub_1Nq3x,49.00,0.00,,0.00,49.00,49.00,paid,Ann,ann@example.com
in_1B,98.00,charge_automatically,ch_1B,true,usd,cus_OcB2,2024-01-16 10:12:33,,A-0002,true,sub_1Nq4y,98.00,0.00,,0.00,98.00,98.00,paid,Bob,bob@example.com
in_1C,49.00,charge_automatically,,false,usd,cus_OcC3,2024-01-17 10:12:33,,A-0003,false,sub_1Nq5z,49.00,0.00,,0.00,49.00,0.00,open,Cy,cy@example.com
"""
STRIPE_CUSTOMERS = """
id,Description,Email,Name,Created (UTC),Delinquent,Card ID,Card Last4,Card Brand,Plan,Status,Total Spend,Payment Count,Refunded Volume,Dispute Losses
cus_OcA1,,ann@example.com,Ann,2023-09-15 10:12:33,false,card_1,4242,Visa,pro,active,196.00,4,0.00,0.00
cus_OcB2,,bob@example.com,Bob,2023-10-01 08:00:00,false,card_2,1881,Visa,pro,canceled,490.00,1,0.00,0.00
cus_OcC3,,cy@example.com,Cy,2023-11-05 14:30:00,true,card_3,0005,Amex,basic,active,98.00,2,0.00,0.00
"""
CHARGEBEE = """
Subscription Id,Customer Id,Customer Email,Plan Id,Plan Quantity,Plan Unit Price,Billing Period,Billing Period Unit,Subscription Status,Started At,Activated At,Current Term Start,Current Term End,Next Billing At,Cancelled At,Cancel Reason,MRR,Currency Code
AzqX1,Azq01,ann@example.com,pro-monthly,1,49.00,1,month,active,15-Sep-2023 10:12,15-Sep-2023 10:12,15-Jan-2024 10:12,15-Feb-2024 10:12,15-Feb-2024 10:12,,,49.00,USD
AzqX2,Azq02,bob@example.com,pro-yearly,1,490.00,1,year,cancelled,01-Oct-2023 08:00,01-Oct-2023 08:00,01-Oct-2023 08:00,01-Oct-2024 08:00,,20-Dec-2023 09:00,not_paid,0.00,USD
AzqX3,Azq03,cy@example.com,basic-monthly,3,19.00,1,month,in_trial,05-Nov-2023 14:30,,05-Nov-2023 14:30,19-Nov-2023 14:30,19-Nov-2023 14:30,,,0.00,USD
"""
RECURLY = """
account_code,subscription_id,plan_code,plan_name,state,unit_amount,currency,quantity,activated_at,canceled_at,expires_at,trial_started_at,trial_ends_at,current_period_started_at,current_period_ends_at,collection_method,auto_renew
a-100,5f1,gold,Gold,active,29.99,USD,1,2023-09-15 10:12:33 UTC,,,,,2024-01-15 10:12:33 UTC,2024-02-15 10:12:33 UTC,automatic,true
a-101,5f2,gold,Gold,canceled,29.99,USD,1,2023-10-01 08:00:00 UTC,2023-12-20 09:00:00 UTC,2024-01-01 08:00:00 UTC,,,2023-12-01 08:00:00 UTC,2024-01-01 08:00:00 UTC,automatic,false
a-102,5f3,silver,Silver,expired,9.99,USD,2,2023-03-05 14:30:00 UTC,2023-05-01 10:00:00 UTC,2023-05-05 14:30:00 UTC,,,2023-04-05 14:30:00 UTC,2023-05-05 14:30:00 UTC,automatic,false
"""
SHOPIFY = """
Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Country,Shipping City,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags,Risk Level,Source
#1001,ann@example.com,paid,2024-01-05 10:00:00 -0500,fulfilled,2024-01-06 09:00:00 -0500,yes,USD,50.00,5.00,4.00,59.00,,0.00,Standard,2024-01-05 09:59:00 -0500,2,Tea,25.00,TEA-1,Ann,US,Boston,,shopify_payments,0.00,Acme,5001,,Low,web
#1002,bob@example.com,refunded,2024-01-06 11:30:00 -0500,fulfilled,2024-01-07 09:00:00 -0500,no,USD,30.00,5.00,2.00,37.00,WELCOME,3.00,Standard,2024-01-06 11:29:00 -0500,1,Cup,30.00,CUP-1,Bob,CA,Toronto,,paypal,37.00,Acme,5002,,Low,web
#1003,cy@example.com,paid,2024-01-07 12:00:00 -0500,unfulfilled,,yes,USD,75.00,0.00,6.00,81.00,,0.00,Express,2024-01-07 11:58:00 -0500,3,Tea,25.00,TEA-1,Cy,US,Austin,,shopify_payments,0.00,Acme,5003,,Low,pos
"""
WOOCOMMERCE = """
Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Email (Billing),Country Code (Billing),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item Name,Quantity,Item Cost,Coupon Code
1201,Completed,2024-01-05 10:22,,Ann,Lee,ann@example.com,US,Credit Card,0,50,Flat rate,5,0,59,4,TEA-1,Tea,2,25,
1202,Processing,2024-01-06 12:10,,Bob,Ray,bob@example.com,CA,PayPal,3,30,Flat rate,5,0,37,2,CUP-1,Cup,1,30,WELCOME
1203,Refunded,2024-01-07 15:41,,Cy,Fox,cy@example.com,US,Credit Card,0,75,Free,0,81,81,6,TEA-1,Tea,3,25,
"""
GOOGLE_ADS = """
Campaign report
"January 1, 2024 - January 31, 2024"
Day,Campaign,Campaign status,Campaign type,Currency code,Cost,Impr.,Clicks,CTR,Avg. CPC,Conversions,Conv. value,Cost / conv.,Conv. rate
2024-01-01,Brand,Enabled,Search,USD,120.50,"10,000",150,1.50%,0.80,12.00,600.00,10.04,8.00%
2024-01-01,Generic,Enabled,Search,USD,98.10,"9,000",120,1.33%,0.82,4.00,200.00,24.53,3.33%
2024-01-02,Brand,Enabled,Search,USD,110.00,"9,500",140,1.47%,0.79,10.00,500.00,11.00,7.14%
2024-01-02,Generic,Paused,Search,USD,0.00,0,0,0.00%,0.00,0.00,0.00,0.00,0.00%
"""
GA4 = """
# ----------------------------------------
# Traffic acquisition: Session primary channel group
# Account: Acme
# Start date: 20240101
# End date: 20240131
# ----------------------------------------

Date,Session primary channel group (Default Channel Group),Users,Sessions,Engaged sessions,Average engagement time per session,Engaged sessions per user,Events per session,Engagement rate,Event count,Conversions,Total revenue
20240101,Organic Search,800,1000,620,45.2,0.77,5.1,0.62,5100,20,1200.5
20240101,Direct,300,340,150,30.1,0.5,4.2,0.44,1428,5,300
20240102,Organic Search,780,990,600,44.0,0.76,5.0,0.606,4950,18,1100
20240102,Paid Search,120,150,70,22.0,0.58,3.9,0.466,585,6,410
"""
SEARCH_CONSOLE = """
Top queries,Clicks,Impressions,CTR,Position
acme pricing,120,1500,8%,2.3
acme login,300,2100,14.29%,1.1
growth kpi,15,4000,0.38%,11.7
"""
SEARCH_CONSOLE_DATES = """
Date,Clicks,Impressions,CTR,Position
2024-01-01,120,1500,8%,12.3
2024-01-02,130,1600,8.13%,12.1
2024-01-03,110,1450,7.59%,12.7
"""
META_ADS = """
Campaign name,Ad set name,Day,Delivery,Reach,Impressions,Frequency,Result type,Results,Cost per result,Amount spent (USD),CPM (cost per 1000 impressions),Link clicks,CTR (link click-through rate),Reporting starts,Reporting ends
Spring,Lookalike,2024-01-01,active,9000,10000,1.11,Purchases,12,10.04,120.50,12.05,150,1.5,2024-01-01,2024-01-01
Spring,Lookalike,2024-01-02,active,8000,9000,1.13,Purchases,9,10.90,98.10,10.90,120,1.33,2024-01-02,2024-01-02
Brand,Retarget,2024-01-02,active,2500,3000,1.2,Purchases,3,13.33,40.00,13.33,31,1.03,2024-01-02,2024-01-02
"""
LINKEDIN_ADS = """
Start Date (in UTC),Account Name,Currency,Campaign Group Name,Campaign Name,Total Spent,Impressions,Clicks,Click Through Rate,Average CPM,Average CPC,Leads,Cost per Lead,Conversions
1/1/2024,Acme,USD,Demand,Whitepaper,210.55,5210,44,0.84%,40.41,4.79,6,35.09,2
1/2/2024,Acme,USD,Demand,Whitepaper,199.10,5100,40,0.78%,39.04,4.98,4,49.78,1
1/13/2024,Acme,USD,Demand,Webinar,95.00,2100,20,0.95%,45.24,4.75,2,47.50,0
"""
HUBSPOT_CONTACTS = """
Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Lifecycle Stage,Original Source,Create Date,Became a Marketing Qualified Lead Date,Became a Sales Qualified Lead Date,Became a Customer Date,Country/Region,Industry,Associated Company
101,Ann,Lee,ann@example.com,,Eve,Open,lead,ORGANIC_SEARCH,2024-01-05 10:00,,,,US,Software,Acme
102,Bob,Ray,bob@example.com,,Eve,In progress,marketingqualifiedlead,PAID_SEARCH,2024-01-06 11:00,2024-01-10 09:00,,,CA,Retail,Beta
103,Cy,Fox,cy@example.com,,Max,Connected,customer,DIRECT_TRAFFIC,2024-01-07 12:00,2024-01-09 09:00,2024-01-12 09:00,2024-02-01 10:00,US,Software,Gamma
"""
HUBSPOT_DEALS = """
Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Create Date,Deal Type,Closed Lost Reason,Original Source Type,Associated Company
201,Acme - New,Closed Won,2024-02-01 10:00,Eve,1200,Sales Pipeline,2024-01-05 10:00,New Business,,Organic Search,Acme
202,Beta - New,Closed Lost,2024-02-05 10:00,Max,800,Sales Pipeline,2024-01-07 10:00,New Business,Price,Paid Search,Beta
203,Gamma - Up,Contract Sent,2024-03-05 10:00,Eve,500,Sales Pipeline,2024-01-20 10:00,Existing Business,,Direct Traffic,Gamma
"""
HUBSPOT_TICKETS = """
Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Close date,Priority,Source,Category,Ticket owner,Time to first agent email reply,Time to close
301,Cannot log in,Support Pipeline,Closed,2024-01-05 10:00,2024-01-05 15:00,High,EMAIL,Product Issue,Eve,01:10:00,05:00:00
302,Invoice wrong,Support Pipeline,Closed,2024-01-06 11:00,2024-01-07 09:00,Medium,CHAT,Billing Issue,Max,00:20:00,22:00:00
303,How to export,Support Pipeline,New,2024-01-07 12:00,,Low,FORM,General Inquiry,Eve,,
"""
SALESFORCE = """
Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type
Eve,Acme,Acme 50 seats,Closed Won,Q1-2024,12000,12000,100,27,2/1/2024,1/5/2024,,Web,New Customer
Max,Beta,Beta pilot,Closed Lost,Q1-2024,8000,0,0,29,2/15/2024,1/17/2024,,Referral,New Customer
Eve,Gamma,Gamma upgrade,Negotiation/Review,Q2-2024,5000,4500,90,40,4/30/2024,1/20/2024,Call,Web,Existing Customer - Upgrade
"""
ZENDESK = """
ID,Status,Subject,Requester,Requester email,Assignee,Group,Priority,Type,Via,Created at,Initially assigned at,Solved at,First reply time in minutes,Full resolution time in minutes,Satisfaction score,Tags
1,Closed,Cannot log in,Ann,ann@example.com,Eve,Support,High,Problem,Mail,2024-01-05 10:00:00,2024-01-05 10:05:00,2024-01-05 15:00:00,70,300,good,login
2,Closed,Invoice wrong,Bob,bob@example.com,Max,Billing,Normal,Question,Chat,2024-01-06 11:00:00,2024-01-06 11:01:00,2024-01-07 09:00:00,20,1320,bad,billing
3,Open,How to export,Cy,cy@example.com,Eve,Support,Low,Question,Web form,2024-01-07 12:00:00,2024-01-07 12:30:00,,,,unoffered,howto
"""
INTERCOM = """
Conversation ID,Conversation started at,Conversation first closed at,Conversation state,First teammate reply at,Time to first response (seconds),Channel,Conversation rating,Teammate assigned,Topics,User ID
9001,2024-01-05 10:00:00,2024-01-05 15:00:00,closed,2024-01-05 10:20:00,1200,Chat,5,Eve,login,u1
9002,2024-01-06 11:00:00,2024-01-07 09:00:00,closed,2024-01-06 11:05:00,300,Email,4,Max,billing,u2
9003,2024-01-07 12:00:00,,open,,,Chat,,Eve,export,u3
"""
JIRA = """
Issue Type,Issue key,Issue id,Summary,Assignee,Reporter,Priority,Status,Resolution,Created,Updated,Resolved,Due Date
Bug,SUP-1,10001,Cannot log in,Eve,Ann,High,Done,Done,05/Jan/24 10:00 AM,05/Jan/24 3:00 PM,05/Jan/24 3:00 PM,
Support,SUP-2,10002,Invoice wrong,Max,Bob,Medium,Done,Done,16/Jan/24 11:00 AM,17/Jan/24 9:00 AM,17/Jan/24 9:00 AM,
Task,SUP-3,10003,How to export,Eve,Cy,Low,To Do,,27/Jan/24 12:00 PM,27/Jan/24 12:00 PM,,
"""
MAILCHIMP = """
Title,Subject,List,Send Date,Send Weekday,Total Recipients,Successful Deliveries,Soft Bounces,Hard Bounces,Total Bounces,Times Forwarded,Forwarded Opens,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Abuse Complaints
January,News in January,Everyone,"Jan 05, 2024 10:00 am",Friday,1000,980,12,8,20,1,0,300,30.61%,420,45,4.59%,60,5,0
February,News in February,Everyone,"Feb 02, 2024 10:00 am",Friday,1100,1080,11,9,20,0,0,310,28.70%,440,50,4.63%,70,6,1
March,News in March,Everyone,"Mar 01, 2024 10:00 am",Friday,1200,1177,13,10,23,2,1,350,29.74%,500,61,5.18%,85,4,0
"""
SURVEYMONKEY = """
Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,"How likely is it that you would recommend this company to a friend or colleague?","Overall, how satisfied are you with our product?",What could we do better?
1140001,401,01/05/2024 10:00:00 AM,01/05/2024 10:03:10 AM,,,10,Very satisfied,Nothing
1140002,401,01/16/2024 11:00:00 AM,01/16/2024 11:02:00 AM,,,7,Satisfied,Faster exports please
1140003,401,01/27/2024 12:00:00 PM,01/27/2024 12:05:00 PM,,,3,Dissatisfied,Too many clicks until I get anywhere
"""
TYPEFORM = """
#,How likely are you to recommend Acme to a friend?,What is the main reason for your score?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID
a1b2c3,10,It just works and the support is great,completed,2024-01-05 10:00:00,,2024-01-05 10:01:00,9f1
d4e5f6,8,Good value,completed,2024-01-06 11:00:00,,2024-01-06 11:02:00,9f2
g7h8i9,2,It was slow for our whole team last month,completed,2024-01-07 12:00:00,,2024-01-07 12:01:30,9f3
"""
AMPLITUDE = """
user_id,device_id,session_id,event_type,event_time,event_id,platform,country,city,device_type,version_name
u1,d1,1704448800000,login,2024-01-05 10:00:00.123,1,Web,United States,Boston,Mac,1.2
u1,d1,1704448800000,create_report,2024-01-05 10:05:00.456,2,Web,United States,Boston,Mac,1.2
u2,d2,1704535200000,login,2024-01-06 10:00:00.789,1,iOS,Canada,Toronto,iPhone,1.3
u2,d2,1704535200000,export,2024-01-06 10:09:00.000,2,iOS,Canada,Toronto,iPhone,1.3
"""
QUICKBOOKS = """
Acme Inc.
Sales by Customer Detail
January - March 2024

Date,Transaction Type,Num,Customer,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance
01/05/2024,Invoice,1001,Ann Lee,Consulting,,2,100.00,200.00,200.00
01/16/2024,Invoice,1002,Bob Ray,Consulting,,1,100.00,100.00,300.00
02/27/2024,Sales Receipt,1003,Cy Fox,Support,,3,50.00,150.00,450.00
"""
YOUZAN = """
订单号,订单状态,买家昵称,买家手机号,商品名称,商品规格,商品数量,商品单价,商品金额合计,运费,优惠金额,订单实付金额,支付方式,下单时间,付款时间,收货人/提货人,订单来源,退款金额
E2024010510,交易完成,小安,138****0001,龙井茶,250g,2,25.00,50.00,5.00,0.00,55.00,微信支付,2024-01-05 10:00:00,2024-01-05 10:01:00,安,小程序,0.00
E2024010611,交易完成,小波,138****0002,茶杯,白,1,30.00,30.00,0.00,3.00,27.00,支付宝,2024-01-06 11:00:00,2024-01-06 11:02:00,波,微信公众号,0.00
E2024010712,交易关闭,小西,138****0003,龙井茶,250g,3,25.00,75.00,0.00,0.00,75.00,微信支付,2024-01-07 12:00:00,2024-01-07 12:01:00,西,小程序,75.00
"""
TAOBAO = """
订单编号,买家会员名,买家支付宝账号,支付单号,买家应付货款,买家应付邮费,总金额,返点积分,买家实际支付金额,订单状态,收货人姓名,收货地址,订单创建时间,订单付款时间,宝贝标题,宝贝种类,宝贝总数量,店铺名称
1234567890123456789,an***1,,2024010522001,50.00,5.00,55.00,0,55.00,交易成功,安,浙江,2024-01-05 10:00:00,2024-01-05 10:01:00,龙井茶 250g,1,2,Acme旗舰店
1234567890123456790,bo***2,,2024010622002,30.00,0.00,30.00,0,27.00,交易成功,波,上海,2024-01-06 11:00:00,2024-01-06 11:02:00,茶杯,1,1,Acme旗舰店
1234567890123456791,xi***3,,2024010722003,75.00,0.00,75.00,0,75.00,交易关闭,西,北京,2024-01-07 12:00:00,2024-01-07 12:01:00,龙井茶 250g,1,3,Acme旗舰店
"""
GERMAN_CUSTOMERS = """
Kundennr.;Firma;Ansprechpartner;E-Mail;Land;Branche;Tarif;Kunde seit;Gekündigt zum;Monatlicher Umsatz
K-0001;Müller GmbH;Anna;a@example.de;Deutschland;Handel;Profi;03.01.2023;;199,00 €
K-0002;Weiß AG;Bernd;b@example.de;Österreich;Industrie;Basis;14.02.2023;31.12.2023;49,00 €
K-0003;Groß KG;Carla;c@example.de;Deutschland;Handel;Profi;28.03.2023;;1.199,50 €
"""
GERMAN_ORDERS = """
Bestellnummer;Bestelldatum;Kundennummer;Artikelbezeichnung;Menge;Einzelpreis;Gesamtbetrag;MwSt.;Versandkosten;Zahlungsart;Bestellstatus
B-1001;05.01.2024;K-0001;Tee;2;25,00;50,00;7,98;4,90;PayPal;abgeschlossen
B-1002;16.01.2024;K-0002;Tasse;1;30,00;30,00;4,79;4,90;Rechnung;abgeschlossen
B-1003;27.02.2024;K-0001;Tee;3;25,00;75,00;11,97;0,00;Kreditkarte;storniert
"""
FRENCH_CUSTOMERS = """
N° client;Nom;Adresse e-mail;Pays;Date d'inscription;Date de résiliation;Formule;Abonnement mensuel
1001;Dupont;d@example.fr;France;03/01/2023;;Pro;49,00 €
1002;Martin;m@example.fr;Belgique;14/02/2023;31/12/2023;Essentiel;19,00 €
1003;Petit;p@example.fr;France;28/03/2023;;Pro;49,00 €
"""
FRENCH_ORDERS = """
N° de commande;Date de commande;Client;Produit;Quantité;Prix unitaire;Montant total;TVA;Frais de port;Mode de paiement;Statut
C-1;05/01/2024;1001;Thé;2;25,00;50,00;10,00;4,90;CB;Expédiée
C-2;16/01/2024;1002;Tasse;1;30,00;30,00;6,00;4,90;PayPal;Expédiée
C-3;27/02/2024;1001;Thé;3;25,00;75,00;15,00;0,00;CB;Annulée
"""
SPANISH_CUSTOMERS = """
ID de cliente;Nombre;Correo electrónico;País;Fecha de alta;Fecha de baja;Plan;Cuota mensual
1001;García;g@example.es;España;03/01/2023;;Pro;49,00
1002;López;l@example.es;México;14/02/2023;31/12/2023;Básico;19,00
1003;Díaz;d@example.es;España;28/03/2023;;Pro;49,00
"""
SPANISH_ORDERS = """
Nº de pedido;Fecha del pedido;ID cliente;Producto;Categoría;Cantidad;Precio unitario;Importe total;IVA;Gastos de envío;Método de pago;Estado
P-1;05/01/2024;1001;Té;Bebidas;2;25,00;50,00;10,50;4,90;Tarjeta;Completado
P-2;16/01/2024;1002;Taza;Hogar;1;30,00;30,00;6,30;4,90;PayPal;Completado
P-3;27/02/2024;1001;Té;Bebidas;3;25,00;75,00;15,75;0,00;Tarjeta;Cancelado
"""

EXPORTS = {
    "stripe subscriptions": (STRIPE_SUBSCRIPTIONS, "subscriptions", {
        "id": "subscription_id", "Customer ID": "customer_id", "Start Date (UTC)": "start_date", "Plan": "plan",
        "Amount": "amount", "Interval": "billing_period", "Status": "status", "Currency": "currency",
        "Quantity": "quantity", "Trial End (UTC)": "trial_end"}),
    "stripe invoices": (STRIPE_INVOICES, "invoices", {
        "id": "invoice_id", "Customer": "customer_id", "Date (UTC)": "invoice_date", "Tax": "tax",
        "Subscription": "subscription_id", "Currency": "currency", "Status": "status"}),
    "stripe customers": (STRIPE_CUSTOMERS, "customers", {
        "id": "customer_id", "Email": "email", "Created (UTC)": "signup_date", "Plan": "plan",
        "Total Spend": "total_revenue"}),
    "chargebee": (CHARGEBEE, "subscriptions", {
        "Subscription Id": "subscription_id", "Customer Id": "customer_id", "Plan Id": "plan", "MRR": "mrr",
        "Subscription Status": "status", "Started At": "start_date", "Cancelled At": "cancel_date",
        "Currency Code": "currency"}),
    "recurly": (RECURLY, "subscriptions", {
        "account_code": "customer_id", "subscription_id": "subscription_id", "state": "status",
        "unit_amount": "unit_price", "activated_at": "start_date", "quantity": "quantity", "currency": "currency",
        "auto_renew": "auto_renew", "current_period_started_at": "period_start",
        "current_period_ends_at": "period_end"}),
    "stripe subscriptions without ends": (STRIPE_WITHOUT_ENDS, "subscriptions", {
        "created": "start_date", "current_period_start": "period_start", "current_period_end": "period_end"}),
    "shopify orders": (SHOPIFY, "orders", {
        "Name": "order_id", "Created at": "order_date", "Financial Status": "status", "Taxes": "tax",
        "Shipping": "shipping", "Lineitem quantity": "quantity", "Lineitem name": "product_name",
        "Refunded Amount": "refund_amount", "Currency": "currency", "Payment Method": "payment_method"}),
    "woocommerce": (WOOCOMMERCE, "orders", {
        "Order Number": "order_id", "Order Date": "order_date", "Order Status": "status",
        "Order Total Amount": "amount", "Quantity": "quantity", "Order Shipping Amount": "shipping",
        "Order Refund Amount": "refund_amount", "Item Name": "product_name"}),
    "google ads": (GOOGLE_ADS, "spend", {
        "Day": "date", "Campaign": "campaign", "Cost": "cost", "Impr.": "impressions", "Clicks": "clicks",
        "Conversions": "conversions", "Conv. value": "conversion_value", "Currency code": "currency"}),
    "ga4": (GA4, "web_traffic", {
        "Date": "date", "Session primary channel group (Default Channel Group)": "channel", "Users": "users",
        "Sessions": "sessions", "Engaged sessions": "engaged_sessions", "Engagement rate": "engagement_rate",
        "Total revenue": "revenue"}),
    "search console queries": (SEARCH_CONSOLE, "web_traffic", {
        "Top queries": "query", "Clicks": "clicks", "Impressions": "impressions", "Position": "position"}),
    "search console dates": (SEARCH_CONSOLE_DATES, "web_traffic", {
        "Date": "date", "Clicks": "clicks", "Impressions": "impressions", "Position": "position"}),
    "meta ads": (META_ADS, "spend", {
        "Campaign name": "campaign", "Ad set name": "ad_group", "Day": "date", "Impressions": "impressions",
        "Amount spent (USD)": "cost", "Link clicks": "clicks", "Results": "conversions"}),
    "linkedin ads": (LINKEDIN_ADS, "spend", {
        "Start Date (in UTC)": "date", "Campaign Name": "campaign", "Total Spent": "cost",
        "Impressions": "impressions", "Clicks": "clicks", "Conversions": "conversions", "Currency": "currency"}),
    "hubspot contacts": (HUBSPOT_CONTACTS, "leads", {
        "Record ID": "lead_id", "Create Date": "created_date", "Original Source": "channel",
        "Became a Marketing Qualified Lead Date": "mql_date", "Became a Sales Qualified Lead Date": "sql_date",
        "Became a Customer Date": "converted_date", "Contact owner": "owner", "Industry": "industry"}),
    "hubspot deals": (HUBSPOT_DEALS, "deals", {
        "Record ID": "deal_id", "Deal Stage": "stage", "Close Date": "closed_date", "Create Date": "created_date",
        "Amount": "amount", "Deal owner": "owner", "Deal Type": "deal_type", "Closed Lost Reason": "lost_reason"}),
    "hubspot tickets": (HUBSPOT_TICKETS, "tickets", {
        "Ticket ID": "ticket_id", "Create date": "created_date", "Close date": "resolved_date",
        "Ticket status": "status", "Priority": "priority", "Source": "channel", "Category": "category",
        "Ticket owner": "agent"}),
    "salesforce": (SALESFORCE, "deals", {
        "Stage": "stage", "Amount": "amount", "Close Date": "closed_date", "Created Date": "created_date",
        "Probability (%)": "probability", "Opportunity Owner": "owner", "Lead Source": "channel",
        "Type": "deal_type"}),
    "zendesk": (ZENDESK, "tickets", {
        "ID": "ticket_id", "Created at": "created_date", "Solved at": "resolved_date", "Status": "status",
        "First reply time in minutes": "first_response_hours", "Full resolution time in minutes": "resolution_hours",
        "Priority": "priority", "Via": "channel", "Assignee": "agent"}),
    "intercom": (INTERCOM, "tickets", {
        "Conversation ID": "ticket_id", "Conversation started at": "created_date", "Channel": "channel",
        "Conversation first closed at": "resolved_date", "First teammate reply at": "first_response_date",
        "Conversation rating": "csat_score", "User ID": "customer_id"}),
    "jira": (JIRA, "tickets", {
        "Issue key": "ticket_id", "Created": "created_date", "Resolved": "resolved_date", "Status": "status",
        "Priority": "priority", "Assignee": "agent"}),
    "mailchimp": (MAILCHIMP, "email", {
        "Send Date": "send_date", "Total Recipients": "recipients",
        "Successful Deliveries": "delivered", "Unique Opens": "unique_opens", "Total Opens": "opens",
        "Unique Clicks": "unique_clicks", "Total Clicks": "clicks", "Unsubscribes": "unsubscribes",
        "Total Bounces": "bounces"}),
    "surveymonkey": (SURVEYMONKEY, "surveys", {
        "Respondent ID": "response_id",
        "How likely is it that you would recommend this company to a friend or colleague?": "nps_score",
        "Overall, how satisfied are you with our product?": "csat_score"}),
    "typeform": (TYPEFORM, "surveys", {
        "How likely are you to recommend Acme to a friend?": "nps_score", "Submit Date (UTC)": "response_date"}),
    "amplitude": (AMPLITUDE, "events", {
        "user_id": "user_id", "event_type": "event_name", "event_time": "event_time", "session_id": "session_id"}),
    "quickbooks": (QUICKBOOKS, ("invoices", "orders"), {"Amount": "amount", "Customer": "customer_id"}),
    "youzan": (YOUZAN, "orders", {
        "订单号": "order_id", "下单时间": "order_date", "订单实付金额": "amount", "商品名称": "product_name",
        "商品数量": "quantity", "商品单价": "unit_price", "订单状态": "status", "运费": "shipping",
        "支付方式": "payment_method", "退款金额": "refund_amount", "订单来源": "channel"}),
    "taobao": (TAOBAO, "orders", {
        "订单编号": "order_id", "订单创建时间": "order_date", "买家实际支付金额": "amount", "订单状态": "status",
        "买家会员名": "customer_id", "宝贝标题": "product_name", "宝贝总数量": "quantity"}),
    "german customers": (GERMAN_CUSTOMERS, ("customers", "subscriptions"), {
        "Kundennr.": "customer_id", "Gekündigt zum": "cancel_date", "Tarif": "plan",
        "Monatlicher Umsatz": "mrr"}),
    "german orders": (GERMAN_ORDERS, "orders", {
        "Bestellnummer": "order_id", "Bestelldatum": "order_date", "Kundennummer": "customer_id",
        "Artikelbezeichnung": "product_name", "Menge": "quantity", "Einzelpreis": "unit_price",
        "Gesamtbetrag": "amount", "Versandkosten": "shipping", "Bestellstatus": "status"}),
    "french customers": (FRENCH_CUSTOMERS, ("customers", "subscriptions"), {
        "N° client": "customer_id", "Date de résiliation": "cancel_date", "Formule": "plan",
        "Abonnement mensuel": "mrr"}),
    "french orders": (FRENCH_ORDERS, "orders", {
        "N° de commande": "order_id", "Date de commande": "order_date", "Client": "customer_id",
        "Produit": "product_name", "Quantité": "quantity", "Montant total": "amount", "Statut": "status"}),
    "spanish customers": (SPANISH_CUSTOMERS, ("customers", "subscriptions"), {
        "ID de cliente": "customer_id", "Fecha de baja": "cancel_date", "Plan": "plan", "Cuota mensual": "mrr"}),
    "spanish orders": (SPANISH_ORDERS, "orders", {
        "Nº de pedido": "order_id", "Fecha del pedido": "order_date", "ID cliente": "customer_id",
        "Producto": "product_name", "Categoría": "category", "Cantidad": "quantity", "Importe total": "amount",
        "Estado": "status"}),
}  # fmt: skip


@pytest.mark.parametrize("name", list(EXPORTS))
def test_a_known_export_is_recognised(tmp_path, name):
    text, table, roles = EXPORTS[name]
    path = tmp_path / "export.csv"
    path.write_text(text.lstrip("\n"), encoding="utf-8")
    (found,) = propose([path], load_schema(), Progress()).tables
    assert found.mapping.table in ((table,) if isinstance(table, str) else table)
    given = {column.header: column.role for column in found.mapping.columns}
    assert {header: given.get(header) for header in roles} == roles


def test_every_export_here_is_a_table_of_equal_rows():
    for name, (text, _, roles) in EXPORTS.items():
        delimiter = ";" if ";" in text else ","
        rows = list(csv.reader(io.StringIO(text.strip("\n")), delimiter=delimiter))
        widest = max(len(row) for row in rows)
        body = [row for row in rows if len(row) == widest]
        assert len(body) >= 4, name
        assert set(roles) <= set(body[0]), name
