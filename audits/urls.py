"""Addresses of the pages of audits."""

from django.urls import path

from audits.views import judging, making, planning, reading

urlpatterns = [
    path("clients/<slug:slug>/audits/", reading.audits, name="client_audits"),
    path("brands/<slug:slug>/audits/new/", making.new, name="new_audit"),
    path("brands/<slug:slug>/audits/check/", making.check, name="audit_check"),
    path("audits/<int:pk>/", reading.audit, name="audit"),
    path("audits/<int:pk>/submit/", making.submit, name="submit_audit"),
    path("audits/<int:pk>/draw/<str:language>/", making.draw_in, name="draw_audit"),
    path("audits/<int:pk>/deliver/", making.deliver, name="deliver_audit"),
    path("audits/<int:pk>/withdraw/", making.withdraw, name="withdraw_audit"),
    path("audits/<int:pk>/revise/", making.revise, name="revise_audit"),
    path("audits/<int:pk>/baseline/", making.make_baseline, name="baseline_audit"),
    path("audits/<int:pk>/criteria/", judging.criteria, name="audit_criteria"),
    path("audits/<int:pk>/criteria/<str:criterion>/", judging.score, name="audit_score"),
    path("audits/<int:pk>/maturity/", judging.maturity, name="audit_maturity"),
    path("audits/<int:pk>/maturity/<slug:dimension>/", judging.level, name="audit_level"),
    path("audits/<int:pk>/opportunities/", planning.opportunities, name="audit_opportunities"),
    path("audits/<int:pk>/opportunities/recommended/", planning.recommended, name="audit_recommended"),
    path("audits/<int:pk>/opportunities/<int:opportunity>/", planning.change, name="audit_opportunity"),
    path("audits/<int:pk>/opportunities/<int:opportunity>/drop/", planning.drop, name="drop_opportunity"),
]
