/** What the log can name, for the choices of the filter. What is not here is still shown, by its own name. */
export const knownActions = [
  'login', 'login_failed', 'logout', 'change_password', 'forgot_password', 'reset_password', 'update_me', 'end_session',
  'create_workspace', 'update_workspace', 'delete_workspace', 'erase_workspace',
  'create_invitation', 'delete_invitation', 'accept_invitation', 'update_member', 'remove_member', 'create_member_reset_link',
  'create_app', 'update_app', 'delete_app', 'save_app_draft', 'publish_app', 'restore_app_version', 'create_app_key',
  'delete_app_key', 'set_access',
  'create_knowledge_base', 'update_knowledge_base', 'delete_knowledge_base', 'upload_document', 'update_document',
  'delete_document', 'cancel_document', 'retry_document', 'create_knowledge_key', 'revoke_knowledge_key',
  'create_model_provider', 'update_model_provider', 'delete_model_provider', 'test_model_provider', 'set_default_models',
  'create_management_key', 'revoke_management_key', 'cancel_job', 'retry_job',
  'rename_conversation', 'delete_conversation', 'rate_message',
] as const;

export const knownObjects = [
  'app', 'knowledge_base', 'document', 'model_provider', 'default_models', 'management_key', 'api_key', 'member', 'invitation',
  'user', 'workspace', 'session', 'conversation', 'message', 'job',
] as const;
