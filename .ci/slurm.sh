#!/usr/bin/env bash
# Starts Slurm on this one machine, runs a sweep there as the program's own job script says, with one task
# requeued in the middle, and compares the rows with those of one run. Needs root; leaves nothing running.
# usage: slurm.sh PROGRAM SCENARIO
set -euo pipefail
program=$1 scenario=$2

home=$(mktemp -d)
munge_run=$(mktemp -d)
stop() {
  if [ -e "$home/slurmctld.pid" ]; then scontrol shutdown > /dev/null 2>&1 || true; fi
  for daemon in slurmd slurmctld; do
    [ ! -e "$home/$daemon.pid" ] || kill "$(cat "$home/$daemon.pid")" 2> /dev/null || true
  done
  [ ! -e "$munge_run/munged.pid" ] || kill "$(cat "$munge_run/munged.pid")" 2> /dev/null || true
  sleep 1
  rm -rf "$home" "$munge_run"
}
trap stop EXIT

export PATH=$PATH:/usr/sbin:/sbin SLURM_CONF=$home/slurm.conf
chmod 755 "$home"
chown munge: "$munge_run" && chmod 755 "$munge_run"
runuser -u munge -- munged --socket="$munge_run/socket" --pid-file="$munge_run/munged.pid" \
  --log-file="$munge_run/log" --seed-file="$munge_run/seed"
mkdir "$home/state" "$home/spool" "$home/log" "$home/work"
host=$(hostname -s)
cat > "$SLURM_CONF" << CONF
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$munge_run/socket
CryptoType=crypto/munge
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=$home/state
SlurmdSpoolDir=$home/spool
SlurmctldPidFile=$home/slurmctld.pid
SlurmdPidFile=$home/slurmd.pid
SlurmctldLogFile=$home/log/slurmctld.log
SlurmdLogFile=$home/log/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=2,bf_interval=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=1000 State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
slurmctld -f "$SLURM_CONF"
slurmd -f "$SLURM_CONF"
for _ in $(seq 50); do sinfo -h -o %T 2> /dev/null | grep -q idle && break; sleep 0.2; done
sinfo -h

cd "$home/work"
sweep=("$program" sweep "$scenario" --sweep wide --samples 1000000 --out rows.csv)
"${sweep[@]}" --emit slurm --shards 4 > job.sh
DETENTE=$program bash job.sh
array=$(squeue -h -o %F | sort -n | head -1)
# In the middle of the first task it is taken from its processor and sent back to the queue.
for _ in $(seq 600); do [ -e rows.csv.chunks/chunk-000004.csv ] && break; sleep 0.02; done
scontrol requeue "${array}_0"
for _ in $(seq 100); do scontrol update "jobid=${array}_0" starttime=now 2> /dev/null && break; sleep 0.1; done
for _ in $(seq 600); do
  [ -z "$(squeue -h)" ] && break
  scontrol update "jobid=${array}_0" starttime=now 2> /dev/null || true
  sleep 0.5
done
cat ./*.log
[ -s rows.csv ] || { squeue; tail -n 50 "$home"/log/*; exit 1; }
sort -u ./*_0.log ./*-0.log 2> /dev/null | grep 'already there' || true
"$program" sweep "$scenario" --sweep wide --samples 1000000 --out whole.csv --quiet > /dev/null
cmp rows.csv whole.csv
"$program" verify rows.csv
echo "Slurm: four tasks, one of them requeued, give the bytes of one run"
