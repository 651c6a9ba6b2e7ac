using Middeck.Operations.Configuration;
using Middeck.Operations.Language;

namespace Middeck.Operations.Checks.Production;

/// <summary>Says what nobody else says: that the platform itself tells nobody when it fails.</summary>
internal sealed class AlertsCheck() : LocalCheck(
    "alerts", new Message("Somebody is told when something fails", "出现故障时有人收到通知"), isReadiness: true)
{
    protected override Message? NotNow(CheckScene scene) => scene.IsProduction ? null : CheckMessages.OnlyInProduction();

    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        yield return new Finding(
            "alerts.none",
            Severity.Warning,
            new Message(
                "The platform has no alert channel: nobody is told when it fails. Let a monitor outside watch /health/ready.",
                "平台没有告警通道，故障时不会通知任何人。请用外部监控检查 /health/ready。"),
            $"curl -fsS {scene.Server.LocalUrl()}/health/ready");
    }
}
