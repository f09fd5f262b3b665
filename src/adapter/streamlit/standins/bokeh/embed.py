def json_item(_model, target=None):
    return {"target_id": target}
