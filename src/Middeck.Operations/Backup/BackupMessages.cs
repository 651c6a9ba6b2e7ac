using System.Globalization;
using Middeck.Operations.Language;

namespace Middeck.Operations.Backup;

/// <summary>What is said about backups, in both languages.</summary>
internal static class BackupMessages
{
    public static Message DiskFull(string target) => new(
        $"The disk that holds {target} is full. Nothing was kept of this backup; free some space, remove old backups (middeck backup delete --expired), or name another place: --to FOLDER.",
        $"{target} 所在磁盘已满。本次备份未保留任何内容；请释放空间、删除旧备份（middeck backup delete --expired），或用 --to 指定其他位置。");

    public static Message TargetFails(string target, string reason) => new(
        $"{target} cannot be used: {Message.Sentence(reason)} Check the address, backup.s3 in middeck.yaml, and who may write there.",
        $"无法使用 {target}：{Message.Quote(reason)}。请检查地址、middeck.yaml 中的 backup.s3 以及写入权限。");

    public static Message BadAddress(string address) => new(
        $"{address} is no place for backups: name a folder or s3://bucket/prefix.",
        $"{address} 不是可用的备份位置：请填写目录或 s3://bucket/prefix。");

    public static Message Busy(string home) => new(
        $"Another command works on the backups of {home}. Wait for its end and try again.",
        $"另一个命令正在处理 {home} 的备份，请等待其结束后重试。");

    public static Message NotFound(string name, string target) => new(
        $"There is no backup {name} in {target}. See what is there with: middeck backup list.",
        $"{target} 中没有备份 {name}。可用 middeck backup list 查看。");

    public static Message NoBackups(string target) => new(
        $"There is no backup in {target}. Make one with: middeck backup create.",
        $"{target} 中没有备份。可用 middeck backup create 创建。");

    public static Message StrangeName(string name) => new(
        $"A manifest names a file outside its place ({name}). It was altered; use another backup.",
        $"备份清单指向了其目录之外的文件（{name}），已被改动；请使用其他备份。");

    public static Message PartMissing(string backup, string part) => new(
        $"The backup {backup} is incomplete: {part} is missing. Use another one: middeck backup list.",
        $"备份 {backup} 不完整：缺少 {part}。请使用其他备份：middeck backup list。");

    public static Message PartCutOff(string backup, string part, long have, long want) => new(
        $"The backup {backup} is damaged: {part} is cut off, it has {Number(have)} of {Number(want)} bytes. Use another one: middeck backup list.",
        $"备份 {backup} 已损坏：{part} 被截断，仅有 {Number(want)} 字节中的 {Number(have)} 字节。请使用其他备份：middeck backup list。");

    public static Message PartAltered(string backup, string part) => new(
        $"The backup {backup} is damaged: {part} was altered since it was written. Use another one: middeck backup list.",
        $"备份 {backup} 已损坏：{part} 写入后被改动。请使用其他备份：middeck backup list。");

    public static Message PartUnreadable(string backup, string part, string reason) => new(
        $"The backup {backup} is damaged: {part} cannot be read, {Message.Sentence(reason)} Use another one: middeck backup list.",
        $"备份 {backup} 已损坏：无法读取 {part}（{Message.Quote(reason)}）。请使用其他备份：middeck backup list。");

    public static Message NewerFormat(string backup) => new(
        $"The backup {backup} was made by a newer version of Middeck. Install that version and try again.",
        $"备份 {backup} 由更新版本的 Middeck 创建，请安装该版本后重试。");

    public static Message PoolKept(string damaged) => new(
        $"The backup {damaged} is damaged, so nobody knows which objects it needs; none was removed. Delete it first: middeck backup delete {damaged}.",
        $"备份 {damaged} 已损坏，无法判断其需要哪些对象，因此未删除任何对象。请先删除该备份：middeck backup delete {damaged}。");

    public static Message PassphraseOrRecipient() => new(
        "Give either --passphrase-file or --recipient, not both.",
        "--passphrase-file 与 --recipient 只能指定一个。");

    public static Message NoPassphraseFile(string file, string reason) => new(
        $"The passphrase file {file} cannot be read: {Message.Sentence(reason)}",
        $"无法读取口令文件 {file}：{Message.Quote(reason)}。");

    public static Message ShortPassphrase(string file, int least) => new(
        $"The first line of {file} must be a passphrase of at least {least} characters.",
        $"{file} 的第一行必须是至少 {least} 个字符的口令。");

    public static Message PassphraseNeeded(string backup) => new(
        $"The backup {backup} is encrypted with a passphrase. Name its file: --passphrase-file FILE.",
        $"备份 {backup} 已用口令加密，请指定口令文件：--passphrase-file FILE。");

    public static Message WrongPassphrase(string backup) => new(
        $"This is not the passphrase that encrypted the backup {backup}. Nothing was changed.",
        $"口令与备份 {backup} 加密时所用的不一致。未做任何更改。");

    public static Message IdentityNeeded() => new(
        "The backup is encrypted for a key of age. Name the file with the private key: --identity-file FILE.",
        "备份已用 age 公钥加密，请指定私钥文件：--identity-file FILE。");

    public static Message WrongIdentity(string file) => new(
        $"The key in {file} does not open this backup. Nothing was changed.",
        $"{file} 中的私钥无法打开此备份。未做任何更改。");

    public static Message AgeFailed(string reason) => new(
        $"age cannot encrypt: {Message.Sentence(reason)} A recipient looks like age1… and comes from age-keygen.",
        $"age 无法加密：{Message.Quote(reason)}。接收者形如 age1…，由 age-keygen 生成。");

    public static Message AgeMissing() => new(
        "The program age is not installed. Install it with: sudo apt-get install age, or use --passphrase-file.",
        "未安装 age。请执行：sudo apt-get install age，或改用 --passphrase-file。");

    public static Message NoPrograms(int major) => new(
        $"The programs of PostgreSQL {major} or newer are not installed. Install them with: sudo apt-get install postgresql-client-{major}.",
        $"未安装 PostgreSQL {major} 或更高版本的工具。请执行：sudo apt-get install postgresql-client-{major}。");

    public static Message NoDatabase(string address, string reason) => new(
        $"The database {address} cannot be reached: {Message.Sentence(reason)}",
        $"无法连接数据库 {address}：{Message.Quote(reason)}。");

    public static Message NoCluster(string home) => new(
        $"{home} has no database yet. Start it once with: middeck up, or restore a backup: middeck backup restore.",
        $"{home} 中还没有数据库。请先执行 middeck up，或恢复备份：middeck backup restore。");

    public static Message NoServer(string log) => new(
        $"PostgreSQL did not start; its reason is in {log}.",
        $"PostgreSQL 未能启动，原因见 {log}。");

    public static Message StartInProgress(string home) => new(
        $"{home} is being started at this moment. Try again when it runs.",
        $"{home} 正在启动，请在启动完成后重试。");

    public static Message DumpFailed(string reason) => new(
        $"pg_dump failed: {Message.Sentence(reason)} Nothing was kept of this backup.",
        $"pg_dump 失败：{Message.Quote(reason)}。本次备份未保留任何内容。");

    public static Message RestoreFailed(string reason) => new(
        $"The database could not be restored and is as it was before: {Message.Sentence(reason)}",
        $"数据库恢复失败，仍保持原状：{Message.Quote(reason)}。");

    public static Message RestoreUnfinished(string backup, string address) => new(
        $"The restore of {backup} was cut off, so this home is neither the old nor the new one. Finish it: middeck backup restore {backup} --from {address}.",
        $"备份 {backup} 的恢复被中断，主目录处于中间状态。请完成恢复：middeck backup restore {backup} --from {address}。");

    public static Message FileInTheWay(string home, string file) => new(
        $"{home} has another {file} already. To replace everything that is there: --overwrite; or restore elsewhere: --into-home FOLDER.",
        $"{home} 中已有不同的 {file}。如需替换全部现有内容：--overwrite；或恢复到其他目录：--into-home FOLDER。");

    public static Message DatabaseInTheWay(string address) => new(
        $"The database {address} is not empty. To replace everything that is there: --overwrite; or restore elsewhere: --into-home FOLDER.",
        $"数据库 {address} 非空。如需替换全部现有内容：--overwrite；或恢复到其他目录：--into-home FOLDER。");

    public static Message HomeRuns(string home) => new(
        $"Middeck runs in {home}. Stop it first: middeck down.",
        $"Middeck 正在 {home} 中运行，请先执行：middeck down。");

    public static Message RowsDiffer(string table, long have, long want) => new(
        $"{table} has {Number(have)} rows after the restore instead of {Number(want)}",
        $"恢复后 {table} 有 {Number(have)} 行，应为 {Number(want)} 行");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
