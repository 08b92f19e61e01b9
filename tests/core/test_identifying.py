"""Who a customer is, is told by the names of attributes in any wording, and by addresses wherever they stand."""

import pytest
from kpidesk.core.identifying import customer_names, is_identifying


@pytest.mark.parametrize(
    "name",
    [
        "customer_id", "customer_name", "company", "account", "account_name", "email_2", "contact_person", "phone",
        "user", "Client", "客户名称", "公司", "聯絡人", "邮箱", "姓名",
    ],
)  # fmt: skip
def test_names_of_people_and_companies(name):
    assert is_identifying(name)


@pytest.mark.parametrize(
    "name",
    [
        "plan", "plan_name", "company_size", "customer_type", "account_manager", "region", "industry", "channel",
        "source", "user_group", "campaign_name", "product_name", "客户类型", "公司规模", "地区", "渠道", "客户等级",
    ],
)  # fmt: skip
def test_what_many_share_names_nobody(name):
    assert not is_identifying(name)


def test_addresses_are_names_wherever_they_stand():
    attributes = {"plan": ("Gold", "Silver"), "extra": ("jo@acme.com", "none"), "account": ("Acme",)}
    assert customer_names(attributes) == {"jo@acme.com", "Acme"}
