using Middeck.Operations.Language;

namespace Middeck.Server.Checks;

internal static class PlatformCheckMessages
{
    public static Message NoConfiguration() => new(
        "The configuration is wrong; the check 'configuration' says where.", "配置有误，详见检查项 configuration。");

    public static Message NoSchema() => new(
        "The database does not answer or has no tables yet; see the checks 'database' and 'schema'.",
        "数据库无响应或尚未建表，见检查项 database 和 schema。");
}
